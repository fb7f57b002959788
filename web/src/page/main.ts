import { mount } from 'svelte';
import App from './App.svelte';
import { embedOptions } from './embed/options.ts';
import { whatIsMissing } from './ui/requirements.ts';
import './styles/theme.css';
import './styles/page.css';

const target = document.getElementById('app');
if (target === null) throw new Error('index.html has no #app');
const missing = whatIsMissing();
const options = embedOptions(location.search);
if (missing !== undefined)
  target.append(Object.assign(document.createElement('p'), { textContent: missing, className: 'unsupported' }));
else if (options === undefined) mount(App, { target });
else mount((await import('./embed/EmbedApp.svelte')).default, { target, props: { options } });
