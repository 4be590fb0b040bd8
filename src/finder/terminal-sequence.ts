/*
 * Terminal colours, cursor movements and titles, as bytes, or as what a log or an editor writes for them. Lengths are
 * limited, so that a text full of starts is still read in linear time.
 */

const control = String.raw`\[[0-?]{0,32}[ -/]{0,8}[@-~]`;
const title = String.raw`\][^\u0007\u001B]{0,256}(?:\u0007|\u001B\\)`;

/** The source of a pattern, case-blind: only the real escape character starts more than a control sequence. */
const source = String.raw`\u001B(?:${control}|${title}|[@-Z\\-_])|(?:\^\[|\\u001b|\\x1b|\\033|\\e)${control}`;

/** One at the place where the search starts. */
export const terminalSequence = new RegExp(source, 'iy');

/** All of them. */
export const terminalSequences = new RegExp(source, 'gi');
