import { startWebKit } from './drivers/webkit.ts';
import { visit } from './visit.ts';

visit({ start: startWebKit, jspi: false });
