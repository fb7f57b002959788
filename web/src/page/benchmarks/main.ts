import { mount } from 'svelte';
import '../styles/theme.css';
import '../styles/page.css';
import { whatIsMissing } from '../ui/requirements.ts';
import BenchmarksPage from './BenchmarksPage.svelte';

const target = document.getElementById('app');
if (target === null) throw new Error('benchmarks.html has no #app');
const missing = whatIsMissing();
if (missing === undefined) mount(BenchmarksPage, { target });
else target.append(Object.assign(document.createElement('p'), { textContent: missing, className: 'unsupported' }));
