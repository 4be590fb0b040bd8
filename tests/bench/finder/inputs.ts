import { readText } from '#finder/text.ts';
import type { GuideFile } from '../guide-file.ts';
import type { Random } from '../random.ts';

export const lookUpKinds = ['code', 'sentence', 'paste'] as const;

/** What a person might type or paste, and the guides of which any is right. */
export interface LookUp {
	readonly kind: (typeof lookUpKinds)[number];
	readonly text: string;
	readonly guides: ReadonlySet<string>;
}

const hresult = /^0x[0-9a-f]{8}$/i;
const symbol = /^[A-Za-z]\w*_\w+$|^(?:[A-Z][a-z]+){2,}$|^[A-Z]{5,}$/;
const numbered = /^[A-Z]{2,}-?\d{3,}$/;
const short = /^(?=.*\D)[0-9A-Z]{5}$/;

/** Ways to write a code, of which each is typed alone and has to be found at once. */
function respell(code: string): readonly string[] {
	if (hresult.test(code)) return [code, String(Number.parseInt(code, 16) | 0)];
	if (symbol.test(code) || short.test(code)) return [code];
	if (numbered.test(code)) return [code.replace('-', '').toLowerCase()];
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

/** As many look-ups of each kind as the guides have to offer, up to `max`. */
export function makeLookUps(
	guides: readonly GuideFile[],
	max: number,
	random: Random,
): readonly LookUp[] {
	const names = guides.flatMap(({ id, frontmatter: { code, aliases, messages } }) =>
		[code, ...aliases, ...messages].map((name) => ({ id, key: readText(name).letters })),
	);
	const byKey = Map.groupBy(names, ({ key }) => key);
	const ownersOf = (name: string) =>
		new Set(byKey.get(readText(name).letters)?.map(({ id }) => id));
	const all = guides.flatMap(({ frontmatter }): readonly LookUp[] => {
		const codes = [frontmatter.code, ...frontmatter.aliases].flatMap((name) =>
			respell(name).map((text) => ({ kind: 'code' as const, text, guides: ownersOf(name) })),
		);
		const sentences = codes
			.slice(0, 1)
			.map((code) => ({ ...code, kind: 'sentence' as const, text: `error code ${code.text}` }));
		const message = random.pick(frontmatter.messages);
		const text = paste(fillPlaceholders(message, random), random);
		return [...codes, ...sentences, { kind: 'paste', text, guides: ownersOf(message) }];
	});
	return lookUpKinds.flatMap((kind) => {
		const ofKind = all.filter((lookUp) => lookUp.kind === kind);
		const every = Math.ceil(ofKind.length / max);
		return ofKind.filter((_, index) => index % every === 0);
	});
}

/** An error line for the middle of a log: a message of usual length that only one guide has. */
export function typicalError(guides: readonly GuideFile[], random: Random): string {
	const usualLength = 80;
	const messages = guides.flatMap(({ frontmatter }) => frontmatter.messages);
	const counts = Map.groupBy(messages, (message) => readText(message).letters);
	const [best] = messages
		.filter((message) => counts.get(readText(message).letters)?.length === 1)
		.sort((a, b) => Math.abs(a.length - usualLength) - Math.abs(b.length - usualLength));
	if (best === undefined) throw new Error('No guide has a message of its own.');
	return fillPlaceholders(best, random);
}
