import { complaintBasis, type ComplaintEvent } from '#libs/complaints/complaint.events';
import { type ComplaintState, evolveComplaint } from '#libs/complaints/complaint.evolve';
import { complaintHandling } from '#libs/complaints/complaint-handling.decide';
import { complaintDues } from '#libs/complaints/complaint-dues.decide';
import { complaintIntake } from '#libs/complaints/complaint-intake.decide';
import type { Decider } from '#libs/event-sourcing/decider';

export const complaintDecider: Decider<ComplaintState, ComplaintEvent> = {
  category: 'complaint',
  initial: undefined,
  evolve: evolveComplaint,
  basis: complaintBasis,
  area: (state) => state?.holder ?? 'FJ',
  commands: { ...complaintIntake, ...complaintHandling, ...complaintDues },
};
