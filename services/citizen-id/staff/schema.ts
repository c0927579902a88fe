/** An open invitation to set up a passkey. */
export type Invitation = { personId: string; invitedBy: string | null; expiresAt: Date; usedAt: Date | null; createdAt: Date }
