using HealthCode.Web.Data.Migrations.Sqlite;

namespace HealthCode.Tests.Support.Migrations;

/// <summary>The program's first migration, with its id, beside <see cref="Later"/>: EF Core looks for migrations in one assembly.</summary>
public sealed class InitialAgain : Initial;
