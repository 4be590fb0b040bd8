import type { Draft, Report } from '../draft.ts';
import { causeLinks } from './cause-links.ts';
import { codeBlock } from './code-block.ts';
import { derivedAlias } from './derived-alias.ts';
import { destructiveCommand } from './destructive-command.ts';
import { filePath } from './file-path.ts';
import { fixContent } from './fix-content.ts';
import { linkFormat } from './link-format.ts';
import { messagePlaceholder } from './message-placeholder.ts';
import { relatedSelf } from './related-self.ts';
import { sections } from './sections.ts';
import { unknownVariant } from './unknown-variant.ts';

/** A rule looks at one guide and reports. What it must compare with other files is in `across-files.ts`. */
export type Rule = (draft: Draft, report: Report) => void;

export const rules: readonly Rule[] = [
	filePath,
	derivedAlias,
	messagePlaceholder,
	relatedSelf,
	sections,
	causeLinks,
	fixContent,
	unknownVariant,
	codeBlock,
	destructiveCommand,
	linkFormat,
];
