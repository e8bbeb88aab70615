/** The names that `init --ci` takes. */

export const ciSystems = ['github', 'gitlab'] as const;
