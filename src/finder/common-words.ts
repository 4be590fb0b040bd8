/**
 * Words that tell little about which error it is: those of everyday English, and those that a great many messages have.
 * Our own list, made by hand.
 */
const everyday =
	'a about above after again all already also am an and another any are around as at away back be because been before ' +
	'being below between both but by came can come could day days did do does doing done down during each either else ' +
	'ever every few first for from get gets getting give go goes going gone good got had has have having he her here ' +
	'him his how i if in into is it its itself just keep know last least less let like ll long look made make makes many ' +
	'may me might mine more most much must my need needs never new next no nor not nothing now of off often on once one ' +
	'only or other others our out over own part please put re same say says see seems seen set she should show shows since ' +
	'so some something soon still such t take takes than that the their them then there these they thing things this ' +
	'those though through time times to today together tomorrow too took try trying two under until up us use used ' +
	'user uses using ve very want was way we well went were what when where whether which while who whole why will with ' +
	'within without won work working works would year years yes yet you your yours';

const technical =
	'access account action address allow allowed app application available bad belong change check client code codes ' +
	'command computer connect connection contact contains create data database date different directory document ' +
	'does due error errors exception exist exists expected fail failed fails failure fatal file files find folder format ' +
	'found http https id incorrect info information install installed invalid issue large left line link list local log ' +
	'machine mean memory message missing module name number object open operation option package page password path ' +
	'permission problem process program read reason record refused reject rejected remote request require required ' +
	'response restart result return run running script see sent server service session settings sign signed space start ' +
	'started state status step stop string supported system text than too tried try type unable unexpected unknown update ' +
	'url valid value version visit wait warn warning web window windows write wrong';

export const everydayWords: ReadonlySet<string> = new Set(everyday.split(' '));
const technicalWords: ReadonlySet<string> = new Set(technical.split(' '));

/** How much a folded word tells by itself: 0.15 for everyday ones, 0.5 for those of many messages, 1 or more for the rest. */
export function wordWeight(word: string): number {
	if (word.length < 2 || everydayWords.has(word)) return 0.15;
	if (technicalWords.has(word)) return 0.5;
	if (/^\d+$/.test(word)) return 0.5;
	return word.length >= 9 || /\d/.test(word) ? 1.4 : 1;
}
