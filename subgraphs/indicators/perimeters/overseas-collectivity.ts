/** SQL: whether a territory is an overseas collectivity, or a commune of one: no indicator is due for it, and no list has it. @param t alias */
export const isCollectivity = (t: string) => `(${t}.level in ('DEPARTMENT', 'COMMUNE') and ${t}.code ~ '^(97[578]|98)')`;
