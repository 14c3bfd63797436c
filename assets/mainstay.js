// Every page is complete without this. It lets GOV.UK Frontend fold the menu on a phone.
document.body.classList.add('js-enabled', 'govuk-frontend-supported');
const fold = document.querySelector('.frame-fold');
if (fold && matchMedia('(min-width: 40.0625em)').matches && !CSS.supports('selector(::details-content)')) fold.open = true;
import('./govuk.js').then((frontend) => frontend.initAll && frontend.initAll());
if (document.querySelector('.doc-beside-form form')) import('./scenarios.js');
if (document.querySelector('form[action^="/apply/yours/"]')) import('./apply.js');
