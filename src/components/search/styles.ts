import hallmark from '#components/site/hallmark.css?inline';
import css from './search-box.css?inline';

let adopted = false;

/** Styles that only a page with results needs, so that no other page carries them. */
export function adoptStyles(): void {
	if (adopted) return;
	adopted = true;
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(`${css}${hallmark}`);
	document.adoptedStyleSheets.push(sheet);
}
