import { mount } from 'svelte';
import App from './App.svelte';
import { whatIsMissing } from './ui/requirements.ts';
import './styles/theme.css';
import './styles/page.css';

const target = document.getElementById('app');
if (target === null) throw new Error('index.html has no #app');
const missing = whatIsMissing();
if (missing === undefined) mount(App, { target });
else target.append(Object.assign(document.createElement('p'), { textContent: missing, className: 'unsupported' }));
