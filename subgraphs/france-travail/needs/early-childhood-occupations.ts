/**
 * The FAP codes of the survey that staff early childhood, alone or among other sectors: T2B60 childminders, auxiliaires de
 * puériculture and home child care (the only one that is early childhood alone), T2A60 home helps, T1X60 household staff,
 * V0X60 care assistants, V1X80 nurses and midwives, V4X83 specialised educators (with éducateurs de jeunes enfants),
 * V4X84 aides médico-psychologiques, V4X85 social workers, V5X81 sociocultural staff.
 */
export const earlyChildhoodOccupations = ["T2B60", "T2A60", "T1X60", "V0X60", "V1X80", "V4X83", "V4X84", "V4X85", "V5X81"];
