import { IsIn, IsString, Length, Matches } from 'class-validator';

/** 内督退出 */
export class ReleaseInternalSupervisor {
  /** Credential of the internal supervisor */
  @Matches(/^[0-9a-zA-Z-]{1,64}$/)
  readonly supervisorId: string;

  @IsIn(['UNAVAILABLE', 'RECUSED'])
  readonly cause: 'UNAVAILABLE' | 'RECUSED';

  @IsString()
  @Length(1, 1000)
  readonly reason: string;
}
