/** Whether the tests that take long by nature run too: `npm run test:deep`. */
export const isDeep = process.env['DEEP'] === '1';
