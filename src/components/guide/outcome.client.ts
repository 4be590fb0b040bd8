import { nextFix } from '#lib/next-fix.ts';
import { supportSummary } from '#lib/support-summary.ts';
import { addButton, copy, type Announce } from './controls.ts';
import type { ProgressStore } from './progress-store.ts';

const answers = { fixed: 'This fixed it', failed: 'It did not' } as const;

function titleOf(part: Element): string {
	return part.querySelector('h3 .inline')?.textContent ?? '';
}

function goTo(heading: HTMLElement | null): void {
	if (!heading) return;
	heading.tabIndex = -1;
	heading.focus();
	heading.scrollIntoView();
}

function addQuestion(
	fix: HTMLElement,
	store: ProgressStore,
	toNext: () => void,
	announce: Announce,
): void {
	const buttons = Object.entries(answers).map(([outcome, text]) => {
		const button = addButton('button', text, () => {
			const chosen = fix.dataset['outcome'] === outcome ? '' : outcome;
			store.update({ outcomes: { ...store.progress.outcomes, [fix.id]: chosen } });
			show();
			if (chosen === 'fixed') announce('Marked as fixed. Nothing was sent.');
			if (chosen === 'failed') toNext();
		});
		return { button, outcome };
	});
	const show = (): void => {
		const current = store.progress.outcomes[fix.id] ?? '';
		fix.dataset['outcome'] = current;
		for (const { button, outcome } of buttons) button.ariaPressed = String(outcome === current);
	};
	show();
	fix.querySelector('.outcome')?.prepend(...buttons.map(({ button }) => button));
}

/** Asks after each fix whether it helped, and leads on until nothing is left but to ask for support. */
export function init(root: HTMLElement, store: ProgressStore, announce: Announce): void {
	const fixes = [...root.querySelectorAll<HTMLElement>('.fix')];
	const ids = fixes.map(({ id }) => id);
	for (const fix of fixes) {
		const toNext = (): void => {
			const next = nextFix(ids, store.progress.outcomes, fix.id);
			goTo(root.querySelector<HTMLElement>(next ? `#${next} > h3` : '#support'));
		};
		addQuestion(fix, store, toNext, announce);
	}
	const items = root.querySelector('.support ul');
	if (!items) return;
	const button = addButton('button no-print', 'Copy a summary to fill in', () => {
		const summary = supportSummary({
			error: document.title,
			address: location.origin + location.pathname,
			tried: fixes.filter(({ dataset }) => dataset['outcome'] === 'failed').map(titleOf),
			toAdd: [...items.children].map(({ textContent }) => textContent),
		});
		void copy(summary, button, announce, items);
	});
	items.parentElement?.after(button);
}
