/** What this browser's clock shows. Only the desk in the browser asks it; the server's time comes with each request. */
export const browserNow = (): Date => new Date(performance.timeOrigin + performance.now())
