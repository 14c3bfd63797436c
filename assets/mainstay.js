// Every page is complete without this. It lets GOV.UK Frontend fold the menu on a phone.
document.body.classList.add('js-enabled', 'govuk-frontend-supported');
import('./govuk.js').then((frontend) => frontend.initAll && frontend.initAll());
