import { type CanActivate, type ExecutionContext, Inject, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { ActorSource } from '#apps/server/src/http/actor-source';
import { ACTORS } from '#apps/server/src/http/ports';
import { HttpProblem, problem } from '#apps/server/src/http/problem';
import type { Actor } from '#libs/event-sourcing/event';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the guard on every route that is not open. */
    actor?: Actor;
    /** Whom the token stands for at the moment of asking. */
    actorNow?: () => Promise<Actor | undefined>;
  }
}

const OPEN = 'open';

/** Takes a route out of the guard: only for what tells nothing of the record. */
export const Open = () => SetMetadata(OPEN, true);

const unauthenticated = () => new HttpProblem(problem('unauthenticated'), { 'www-authenticate': 'Bearer' });

/** Deny by default: no route without an actor. */
@Injectable()
export class ActorGuard implements CanActivate {
  constructor(
    @Inject(ACTORS) private readonly actors: ActorSource,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<true> {
    if (this.reflector.getAllAndOverride<boolean>(OPEN, [context.getHandler(), context.getClass()])) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const token = /^Bearer ([\w.~+/-]{1,512}=*)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (token === undefined) throw unauthenticated();
    request.actorNow = () => this.actors.actorOf(token);
    const actor = await request.actorNow();
    if (actor === undefined) throw unauthenticated();
    request.actor = actor;
    return true;
  }
}

/** @throws HttpProblem unauthenticated on a route that the guard did not see */
export function actorOf(request: FastifyRequest): Actor {
  if (request.actor === undefined) throw unauthenticated();
  return request.actor;
}

/** The same for a request that lasts: undefined once its token is not taken any more. */
export const actorNow = async (request: FastifyRequest): Promise<Actor | undefined> => request.actorNow?.();
