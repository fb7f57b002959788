import { startFirefox } from './drivers/firefox.ts';
import { visit } from './visit.ts';

visit({ start: startFirefox, jspi: true });
