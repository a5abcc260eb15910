// `npm run build:npm`: makes release/tap-linkedin-pages-<version>.tgz, the package that `npm publish` would publish.
import '../setup.mjs';
import { packForNpm, releaseFolder } from './workshop.mjs';

console.log(packForNpm(releaseFolder));
