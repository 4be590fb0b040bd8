import { isCodeLike } from './query.ts';

/** What a request for a guide may hold of a paste: shown to the reader before anything is sent. */
export interface GuideRequest {
	/** The most code-like word, or nothing. */
	readonly code: string;
	/** The start of the line that looks most like an error. */
	readonly line: string;
}

/** So much of the line at most, in UTF-16 code units. */
const longestLine = 120;
const longestCode = 60;

const errorWords =
	/\b(?:error|fatal|failed|failure|exception|denied|refused|cannot|could not|invalid|panic)\b/i;

/** Numbers, versions and times, and words in capitals that only say that something went wrong. */
const isNoCode = /^(?:[\d.:-]+|FATAL|ERROR|WARN(?:ING)?|FAILED|CRITICAL|PANIC|INFO|DEBUG)$/;

/** Looks at the beginning of a long text only. */
export function requestOf(text: string): GuideRequest {
	const lines = text
		.slice(0, 50_000)
		.replace(/\u001B\[[0-?]*[ -/]*[@-~]/g, '')
		.split(/[\r\n]+/)
		.map((line) => line.replace(/[\p{Cc}\p{Cf}]/gu, ' ').trim())
		.filter((line) => line !== '');
	const line = lines.find((candidate) => errorWords.test(candidate)) ?? lines[0] ?? '';
	const code =
		line
			.split(/[\s()[\]{},;"'`=]+|:+(?=\s|$)/)
			.map((word) => word.replace(/^[^\p{L}\p{N}-]+|[^\p{L}\p{N}]+$/gu, ''))
			.filter((word) => word.length <= longestCode && !/[/\\@]/.test(word))
			.find((word) => word.length > 2 && isCodeLike(word) && !isNoCode.test(word)) ?? '';
	return { code, line: [...line].slice(0, longestLine).join('') };
}
