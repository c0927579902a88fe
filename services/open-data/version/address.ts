/** Where versions are found. */
export const versionPath = (id: string): string => `/open-data/version/${id}`
export const changesPath = (id: string, fromId: string): string => `${versionPath(id)}/changes?from=${fromId}`
export const historyPath = (name: string): string => `/open-data/dataset/${name}/history`
/** The file itself, of one version or (by the file's id) of the current one. */
export const filePath = (id: string): string => `/open-data/file/${id}`
