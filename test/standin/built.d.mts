/** Whether the built program in this folder is newer than everything it is made from. */
export declare function isBuilt(root: string): boolean
