import { isLanguage, languages } from '#schema/language.ts';
import type { Draft, Report } from '../draft.ts';
import { isElement } from '../tag.ts';
import { placeOf } from '../source.ts';
import { indentOf } from './code-block.ts';

/** Folders that a tool makes again from what is kept elsewhere, so that removing them loses nothing. */
const regenerated =
	'node_modules|\\.venv|venv|__pycache__|\\.cache|dist|build|target|\\.next|\\.vite';

/** Commands that delete or overwrite what cannot be had back, and what each does. */
const destructive: readonly (readonly [RegExp, string])[] = [
	[
		new RegExp(
			`\\brm\\s+(?:-\\w+\\s+)*-\\w*[rR]\\w*\\s+(?!(?:\\S*/)?(?:${regenerated})(?:\\s|/?$))`,
		),
		'deletes a folder and everything in it',
	],
	[/\bRemove-Item\b.*-Recurse/i, 'deletes a folder and everything in it'],
	[/\b(?:rd|rmdir)\s+\/s/i, 'deletes a folder and everything in it'],
	[/\bgit\s+reset\s+(?:\S+\s+)*--hard\b/, 'discards uncommitted changes'],
	[/\bgit\s+clean\s+-\w*f/, 'deletes untracked files'],
	[/\bgit\s+push\b.*\s(?:-f\b|--force\b|--force-with-lease\b)/, 'overwrites commits on the remote'],
	[/\bgit\s+branch\s+(?:\S+\s+)*-D\b/, 'deletes commits that no other branch has'],
	[/\bgit\s+(?:checkout|restore)\s+(?:--\s+)?\.(?:\s|$)/, 'discards uncommitted changes'],
	[/\b(?:drop\s+(?:database|table|schema)|truncate\s+table)\b/i, 'deletes data'],
	[/\bmkfs(?:\.\w+)?\s/, 'formats a disk'],
	[/\bdd\b.*\bof=\/dev\//, 'overwrites a disk'],
	[/^\s*format\s+[a-z]:/i, 'formats a disk'],
	[
		/\bdocker\s+(?:system|volume|image|container)\s+prune\b/,
		'deletes what Docker considers unused',
	],
	[/\bdocker\s+volume\s+rm\b/, 'deletes a volume'],
	[
		/\bkubectl\s+delete\s+(?:ns|namespaces?|pvc?|persistentvolume\w*|all)\b/,
		'deletes a namespace or its data',
	],
	[/\bterraform\s+destroy\b/, 'deletes the infrastructure'],
];

/** A command of the table may stand only where its reader is warned: in a fix whose risk is "destructive". */
export function destructiveCommand(draft: Draft, report: Report): void {
	for (const { node, inside } of draft.nodes) {
		if (node.type !== 'code' || !node.lang || !isLanguage(node.lang)) continue;
		if (languages[node.lang].kind !== 'command') continue;
		const fix = inside.find((element) => isElement(element) && element.name === 'Fix');
		const risk = fix?.attributes.find(
			(attribute) => 'name' in attribute && attribute.name === 'risk',
		);
		if (risk && 'value' in risk && risk.value === 'destructive') continue;
		node.value.split('\n').forEach((line, index) => {
			const found = destructive.find(([pattern]) => pattern.test(line));
			if (!found || /^\s*(?:#|--|rem\b)/i.test(line)) return;
			const place = placeOf(node);
			report(
				'code/destructive-command',
				{ line: place.line + index + 1, column: place.column + indentOf(line) },
				`"${line.trim()}" ${found[1]}.`,
				fix
					? 'Make the risk of the fix "destructive" and say what it loses, or use a command that loses nothing.'
					: 'Move it into a fix whose risk is "destructive".',
			);
		});
	}
}
