import { createContext } from 'react';

/** The status that the page is answered with, for the page itself: the title of a form answered 400 begins with "Error: ". */
export const ResponseStatusContext = createContext(200);
