import { mount } from 'svelte';
import '../styles/theme.css';
import '../styles/page.css';
import BenchmarksPage from './BenchmarksPage.svelte';

const target = document.getElementById('app');
if (target === null) throw new Error('benchmarks.html has no #app');
mount(BenchmarksPage, { target });
