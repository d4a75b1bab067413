namespace HealthCode.Tests.Support.Migrations;

/// <summary>A further migration of the program, repeated as <see cref="InitialAgain"/> is.</summary>
public sealed class PassesByLastDayAgain : HealthCode.Web.Data.Migrations.Sqlite.PassesByLastDay;
