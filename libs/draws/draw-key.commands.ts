import { IsString, Length, Matches } from 'class-validator';

class AboutKey {
  /** 32 bytes in lower-case hexadecimal */
  @Matches(/^[0-9a-f]{64}$/)
  readonly publicKey: string;
}

/** 公布抽取公钥 */
export class RegisterDrawKey extends AboutKey {}

/** 停用抽取公钥 */
export class RetireDrawKey extends AboutKey {
  @IsString()
  @Length(1, 1000)
  readonly reason: string;
}
