/** A file that cannot be read at all; the message is a French sentence for the person who sent it. */
export class UnreadableFile extends Error {}
