using HealthCode.Web.Data.Migrations.Sqlite;

namespace HealthCode.Tests.Support.Migrations;

/// <summary>The first migration of the program with its id, repeated here, because EF Core searches one assembly; see <see cref="Later"/>.</summary>
public sealed class InitialAgain : Initial;
