export type Choice = 'accepted' | 'rejected';

/** A choice as it is kept, with the script that it was made about. */
export function formatChoice(choice: Choice, script: string): string {
	return `${choice} ${script}`;
}

/** The choice that is kept about this very script: another one is asked about anew. */
export function parseChoice(kept: string | null, script: string): Choice | undefined {
	const [choice, about] = (kept ?? '').split(' ');
	const isChoice = choice === 'accepted' || choice === 'rejected';
	return isChoice && about === script ? choice : undefined;
}
