/** Colours of a figure's text and lines: GOV.UK text, secondary text and border. */
export const INK = { text: '#0b0c0c', line: '#505a5f', grid: '#cecece', paper: '#ffffff' };

/** The widths that every figure is drawn in; from `WIDE` up there is room for words beside the marks. */
export const WIDE = 720;
export const NARROW = 328;
