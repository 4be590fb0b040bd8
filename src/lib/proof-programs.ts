import type { Proof } from '#schema/proof.ts';

type ProvenWith = Proof['programs'][number];

/**
 * What a proof was made with, the program that the guide is about first. The kernel is what a sandbox needs, so it comes
 * last.
 */
export function proofPrograms({ programs }: Pick<Proof, 'programs'>): readonly ProvenWith[] {
	const isKernel = ({ name }: ProvenWith) => name === 'Linux';
	return programs.toSorted((a, b) => Number(isKernel(a)) - Number(isKernel(b)));
}
