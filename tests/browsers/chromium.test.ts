import { startChromium } from './drivers/chromium.ts';
import { visit } from './visit.ts';

visit({ start: startChromium, jspi: true });
