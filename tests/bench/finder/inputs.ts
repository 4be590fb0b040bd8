import type { IndexedGuide } from '#finder/index-shape.ts';
import { readText } from '#finder/text.ts';
import type { Random } from '../random.ts';

/** What a person might type or paste, and the guides of which any is right. */
export interface LookUp {
	readonly kind: LookUpKind;
	readonly text: string;
	readonly guides: ReadonlySet<string>;
}

/** Ways to write a code, of which each is typed alone and has to be found at once. */
export const notationKinds = ['hex', 'decimal', 'symbol', 'number', 'short'] as const;
export const lookUpKinds = [...notationKinds, 'sentence', 'paste'] as const;
export type LookUpKind = (typeof lookUpKinds)[number];

const hresult = /^0x[0-9a-f]{8}$/i;
const symbol = /^[A-Za-z]\w*_\w+$|^(?:[A-Z][a-z]+){2,}$|^[A-Z]{5,}$/;
const numbered = /^[A-Z]{2,}-?\d{3,}$/;
const short = /^[0-9A-Z]{5}$/;

/** The same error in another notation, of those that number codes have. */
function respell(code: string): { readonly kind: LookUpKind; readonly text: string }[] {
	if (hresult.test(code)) {
		const signed = Number.parseInt(code, 16) | 0;
		return [
			{ kind: 'hex', text: code },
			{ kind: 'decimal', text: String(signed) },
		];
	}
	if (symbol.test(code)) return [{ kind: 'symbol', text: code }];
	if (numbered.test(code)) return [{ kind: 'number', text: code.replace('-', '').toLowerCase() }];
	if (short.test(code) && /\D/.test(code)) return [{ kind: 'short', text: code }];
	return [];
}

const fillers =
	'srv-web-04 /srv/app/data/orders.db 10.12.0.7 build-main 48211 alice us-east-1'.split(' ');

/** A message as a program prints it, its placeholders filled. */
export function fillPlaceholders(message: string, random: Random): string {
	return message.replace(/<[a-z][a-z0-9 -]*>/g, () => random.pick(fillers));
}

/** Some lines of output around an error. */
function paste(line: string, random: Random): string {
	const second = () => `2026-11-24T09:1${random.digits(1)}:${10 + random.below(50)}`;
	return [
		`${second()} INFO  worker ${random.digits(3)} took a job of 3 parts`,
		`${second()} ERROR ${line}`,
		`${second()} INFO  worker ${random.digits(3)} waits`,
		'',
	].join('\n');
}

/** As many look-ups of each kind as the guides have to offer, up to `most`. */
export function makeLookUps(
	guides: readonly IndexedGuide[],
	most: number,
	random: Random,
): readonly LookUp[] {
	const ownersOf = new Map<string, Set<string>>();
	for (const { id, code, aliases, messages } of guides) {
		for (const name of [code, ...aliases, ...messages]) {
			const { letters } = readText(name);
			ownersOf.set(letters, (ownersOf.get(letters) ?? new Set()).add(id));
		}
	}
	const owners = (name: string) => ownersOf.get(readText(name).letters) ?? new Set<string>();
	const all = guides.flatMap(({ code, aliases, messages }): readonly LookUp[] => {
		const codes = [code, ...aliases].flatMap((name) =>
			respell(name).map((spelling) => ({ ...spelling, guides: owners(name) })),
		);
		const [first] = codes;
		const message = random.pick(messages);
		const line = fillPlaceholders(message, random);
		return [
			...codes,
			...(first
				? [{ kind: 'sentence' as const, text: `error code ${first.text}`, guides: first.guides }]
				: []),
			{ kind: 'paste', text: paste(line, random), guides: owners(message) },
		];
	});
	return lookUpKinds.flatMap((kind) => {
		const ofKind = all.filter((lookUp) => lookUp.kind === kind);
		const every = Math.max(1, Math.floor(ofKind.length / most));
		return ofKind.filter((_, index) => index % every === 0).slice(0, most);
	});
}

/** An error line for the middle of a log: a message of usual length that only one guide has. */
export function typicalError(
	guides: readonly IndexedGuide[],
	random: Random,
): { readonly line: string; readonly guides: ReadonlySet<string> } {
	const usual = 80;
	const all = guides.flatMap(({ id, messages }) => messages.map((message) => ({ id, message })));
	const counts = Map.groupBy(all, ({ message }) => readText(message).letters);
	const [best] = all
		.filter(({ message }) => counts.get(readText(message).letters)?.length === 1)
		.sort((a, b) => Math.abs(a.message.length - usual) - Math.abs(b.message.length - usual));
	if (!best) throw new Error('No guide has a message of its own.');
	return { line: fillPlaceholders(best.message, random), guides: new Set([best.id]) };
}
