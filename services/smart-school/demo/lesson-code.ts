/** Class code of the demonstration's running experiment; shown at the entrance in demonstrations only. */
export const demoClassCode = 'otter-birke-mond-42'
