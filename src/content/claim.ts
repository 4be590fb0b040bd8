import type { Expectation } from '#schema/guide.ts';

/** What stands for a piece of code in the words of a paragraph: the nth mark for the nth code. */
export const codeMark = '\u0001';

/** The words of a paragraph on one line, with marks for its codes. */
export interface Prose {
	readonly words: string;
	readonly codes: readonly string[];
}

/** A command within a sentence, and what the sentence says about it. */
interface Claim {
	readonly command: string;
	readonly says: Expectation;
}

const verbs =
	'(prints?|shows?|says?|lists?|names?|contains?|ends? with|begins? with|starts? with|answers?|works?|runs?|starts?|succeeds?|fails?)(?![\\w-])';
const adverbs = '(?: (?:itself|now|then|also|both|again|still|only))*';
const not = '( does not| do not| no longer)?';
const codes = `${codeMark}(?: and ${codeMark})*`;
const aboutCommand = new RegExp(
	`(${codes})(?: \\([^)]*\\))?${adverbs}${not}${adverbs} ${verbs}`,
	'g',
);
const aboutNext = new RegExp(
	`\\b(?:this|these|it)${adverbs}${not}${adverbs} ${verbs}([^.;:]*):$`,
	'i',
);
const aboutPrevious = new RegExp(`^It${adverbs}${not}${adverbs} ${verbs}([^.;:]*)`);
const aboutMessage = new RegExp(
	`\\b[Tt]he message${adverbs}${not} (says|names|contains|is|ends with|begins with|starts with|goes on with)([^.;:]*)`,
	'g',
);

function codesBefore({ words }: Prose, at: number): number {
	return words.slice(0, at).split(codeMark).length - 1;
}

/** What "`x` does not print `y`" says: of its verb, whether it is negated, and what follows up to the end of the sentence. */
function toExpectation(
	prose: Prose,
	verb: string,
	negated: boolean,
	rest: string,
	at: number,
): Expectation {
	if (/^(?:work|run|start|succeed)s?$/.test(verb)) return { kind: negated ? 'failure' : 'success' };
	if (/^fails?$/.test(verb)) return { kind: negated ? 'success' : 'failure' };
	if (/^ nothing\b/.test(rest)) return { kind: 'nothing' };
	// "prints `a` instead of `b`" says what it prints before that.
	const [object = ''] = rest.split(/ instead of | rather than |, not /);
	const first = codesBefore(prose, at);
	const texts = prose.codes.slice(first, first + object.split(codeMark).length - 1);
	const denied = negated || /^ (?:no|neither)\b/.test(object);
	if (texts.length === 0) return { kind: denied ? 'success' : 'something' };
	if (denied) return { kind: 'none', texts };
	return { kind: object.includes(` or ${codeMark}`) ? 'any' : 'all', texts };
}

/** The commands that sentences say something about, such as "`git status` prints `clean`". */
export function readClaims(prose: Prose): readonly Claim[] {
	const heads = [...prose.words.matchAll(aboutCommand)];
	return heads.flatMap((head, index) => {
		const [found, subjects = '', negation, verb = ''] = head;
		const end = head.index + found.length;
		const rest = prose.words.slice(end, heads[index + 1]?.index);
		const [sentence = ''] = rest.split(/[.;:](?: |$)/);
		const says = toExpectation(prose, verb, negation !== undefined, sentence, end);
		const first = codesBefore(prose, head.index);
		const commands = prose.codes.slice(first, first + subjects.split(codeMark).length - 1);
		// What begins otherwise, such as `(empty)`, is output.
		return commands
			.filter((command) => /^[\w./$~\\]/.test(command))
			.map((command) => ({ command, says }));
	});
}

function readOne(prose: Prose, pattern: RegExp): Expectation | undefined {
	const found = pattern.exec(prose.words);
	if (!found) return undefined;
	const [whole, negation, verb = '', rest = ''] = found;
	const at = found.index + whole.lastIndexOf(rest);
	return toExpectation(prose, verb, negation !== undefined, rest, at);
}

/** What "This prints nothing:" says about the block that follows. */
export function readAnnouncement(prose: Prose): Expectation | undefined {
	return readOne(prose, aboutNext);
}

/** What "It prints `PONG`." says about the block before. */
export function readFollowUp(prose: Prose): Expectation | undefined {
	return readOne(prose, aboutPrevious);
}

/** What "The message says `refused`" says about the error itself. */
export function readQuotes(prose: Prose): readonly Expectation[] {
	return [...prose.words.matchAll(aboutMessage)].flatMap((found) => {
		const [whole, negation, , rest = ''] = found;
		const at = found.index + whole.length - rest.length;
		const says = toExpectation(prose, 'says', negation !== undefined, rest, at);
		return 'texts' in says ? [says] : [];
	});
}
