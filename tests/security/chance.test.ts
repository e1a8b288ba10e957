import { expect, it } from 'vitest'
import { interval, isBetterThanChance, tail } from './chance.ts'
import { Dice } from './dice.ts'

/** Hits of a guesser who knows the author of each note with probability `leak`, and otherwise guesses blindly. */
function hitsOf(dice: Dice, rounds: number, leak: number): number {
  let hits = 0
  for (let guess = 0; guess < rounds * 24; guess++) if (dice.roll() < leak || dice.below(8) === 0) hits += 1
  return hits
}

it('[SEC6] tails and intervals are those of the tables', () => {
  expect(tail(0, 10, 0.3)).toBe(1)
  expect(tail(8, 10, 0.5)).toBeCloseTo(56 / 1024, 12)
  const [low, high] = interval({ hits: 8, of: 10, oneIn: 2 })
  expect(low).toBeCloseTo(0.4439, 4)
  expect(high).toBeCloseTo(0.9748, 4)
  expect(interval({ hits: 0, of: 10, oneIn: 2 })).toEqual([0, expect.closeTo(0.3085, 4)])
})

it('[SEC6] blind guessing raises no alarm; a leak of two in a hundred does at a thousand rounds', () => {
  const dice = new Dice(7)
  for (let run = 0; run < 300; run++)
    expect(isBetterThanChance({ hits: hitsOf(dice, 20, 0), of: 480, oneIn: 8 })).toBe(false)
  for (let run = 0; run < 20; run++)
    expect(isBetterThanChance({ hits: hitsOf(dice, 1000, 0.02), of: 24_000, oneIn: 8 })).toBe(true)
  // In the small form only what is plain to see is found.
  expect(isBetterThanChance({ hits: hitsOf(dice, 20, 0.15), of: 480, oneIn: 8 })).toBe(true)
})
