import { expect, test } from "@playwright/test";
import { dayInterval, formatDate, isFullDate, todayIso } from "../../www/src/dates.ts";

test("a coarse date is an interval of days", () => {
  expect(dayInterval("1970-01-02")).toEqual([1, 1]);
  expect(dayInterval("1970-02")).toEqual([31, 58]);
  expect(dayInterval("1970")).toEqual([0, 364]);
  expect(dayInterval("soon")).toBeNull();
});

test("early years are not taken for the twentieth century", () => {
  expect(dayInterval("0070")![0]).toBeLessThan(dayInterval("1900")![0]);
});

test("dates are shown as coarse as they are", () => {
  expect(formatDate("2023-01-10", "en-GB")).toBe("10 January 2023");
  expect(formatDate("2023-01", "en-GB")).toBe("January 2023");
  expect(formatDate("2023", "en-GB")).toBe("2023");
  expect(formatDate("2023-01-10", "de")).toBe("10. Januar 2023");
});

test("today is the day of the clock on the wall", () => {
  expect(todayIso(new Date(2024, 0, 5, 23, 59))).toBe("2024-01-05");
});

test("only full dates fit a date field", () => {
  expect(isFullDate("2024-01-05")).toBe(true);
  expect(isFullDate("2024-01")).toBe(false);
  expect(isFullDate(null)).toBe(false);
});
