using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HealthCode.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Residents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "BirthYear",
                table: "Residents",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "CareNeeds",
                table: "Residents",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<byte[]>(
                name: "CodeHelper",
                table: "Residents",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "CodeKnownFrom",
                table: "Residents",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "CodeKnownOn",
                table: "Residents",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "EnteredOn",
                table: "Residents",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Initials",
                table: "Residents",
                type: "TEXT",
                maxLength: 60,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "LeftOn",
                table: "Residents",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "MergedInto",
                table: "Residents",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SortKey",
                table: "Residents",
                type: "TEXT",
                maxLength: 160,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "State",
                table: "Residents",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Residents",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            // Who has left was written down in the health record; whether he moved away or died was encrypted there.
            migrationBuilder.Sql(
                """
                UPDATE "Residents" SET "State" = 2, "LeftOn" = (SELECT "LeftOn" FROM "HealthStatuses" WHERE "HealthStatuses"."ResidentId" = "Residents"."Id")
                WHERE "Id" IN (SELECT "ResidentId" FROM "HealthStatuses" WHERE "LeftOn" IS NOT NULL)
                """);

            migrationBuilder.DropIndex(
                name: "IX_HealthStatuses_OfficeCode_LeftOn_LastReportedOn",
                table: "HealthStatuses");

            // Not by DropColumn, which copies the table outside the transaction of the migration.
            migrationBuilder.Sql("ALTER TABLE \"HealthStatuses\" DROP COLUMN \"LeftFor\";");

            migrationBuilder.Sql("ALTER TABLE \"HealthStatuses\" DROP COLUMN \"LeftOn\";");

            migrationBuilder.AddColumn<DateOnly>(
                name: "OfficialSeenOn",
                table: "HealthStatuses",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ResidentId",
                table: "PrintedForms",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "GuardianClaims",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OfficeCode = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    WardId = table.Column<long>(type: "INTEGER", nullable: false),
                    GuardianshipId = table.Column<long>(type: "INTEGER", nullable: false),
                    ClaimedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Consent = table.Column<byte[]>(type: "BLOB", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GuardianClaims", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Guardianships",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OfficeCode = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    WardId = table.Column<long>(type: "INTEGER", nullable: false),
                    GuardianId = table.Column<long>(type: "INTEGER", nullable: true),
                    Guardian = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Seen = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndedFor = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Guardianships", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Households",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OfficeCode = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Tenure = table.Column<int>(type: "INTEGER", nullable: true),
                    Responsible = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Phone = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Note = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Households", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OutreachRounds",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OfficeCode = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Worker = table.Column<byte[]>(type: "BLOB", nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<string>(type: "TEXT", nullable: false),
                    ClosedAt = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutreachRounds", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OutreachVisits",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OfficeCode = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    RoundId = table.Column<long>(type: "INTEGER", nullable: false),
                    ResidentId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Result = table.Column<int>(type: "INTEGER", nullable: true),
                    VisitedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Note = table.Column<byte[]>(type: "BLOB", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: true),
                    At = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutreachVisits", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ResidentKeys",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    OfficeCode = table.Column<string>(type: "TEXT", nullable: false),
                    ResidentId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ResidentKeys", x => new { x.OfficeCode, x.Key, x.ResidentId });
                });

            migrationBuilder.CreateTable(
                name: "ResidentVersions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OfficeCode = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    ResidentId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PersonKey = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<byte[]>(type: "BLOB", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ResidentVersions", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Residents_OfficeCode_HouseholdNumber",
                table: "Residents",
                columns: new[] { "OfficeCode", "HouseholdNumber" });

            migrationBuilder.CreateIndex(
                name: "IX_Residents_OfficeCode_SortKey_Id",
                table: "Residents",
                columns: new[] { "OfficeCode", "SortKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ResidentVersions_PersonKey",
                table: "ResidentVersions",
                column: "PersonKey");

            migrationBuilder.CreateIndex(
                name: "IX_Residents_MergedInto",
                table: "Residents",
                column: "MergedInto");

            migrationBuilder.CreateIndex(
                name: "IX_Residents_PersonKey",
                table: "Residents",
                column: "PersonKey");

            migrationBuilder.CreateIndex(
                name: "IX_HealthStatuses_OfficeCode_LastReportedOn",
                table: "HealthStatuses",
                columns: new[] { "OfficeCode", "LastReportedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_GuardianClaims_WardId",
                table: "GuardianClaims",
                column: "WardId");

            migrationBuilder.CreateIndex(
                name: "IX_Guardianships_GuardianId",
                table: "Guardianships",
                column: "GuardianId");

            migrationBuilder.CreateIndex(
                name: "IX_Guardianships_WardId",
                table: "Guardianships",
                column: "WardId");

            migrationBuilder.CreateIndex(
                name: "IX_Households_OfficeCode_Number",
                table: "Households",
                columns: new[] { "OfficeCode", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OutreachRounds_OfficeCode_ClosedAt",
                table: "OutreachRounds",
                columns: new[] { "OfficeCode", "ClosedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_OutreachRounds_OfficeCode_Number",
                table: "OutreachRounds",
                columns: new[] { "OfficeCode", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OutreachVisits_OfficeCode_VisitedOn",
                table: "OutreachVisits",
                columns: new[] { "OfficeCode", "VisitedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_OutreachVisits_ResidentId_VisitedOn",
                table: "OutreachVisits",
                columns: new[] { "ResidentId", "VisitedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_OutreachVisits_RoundId_Number",
                table: "OutreachVisits",
                columns: new[] { "RoundId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ResidentKeys_ResidentId",
                table: "ResidentKeys",
                column: "ResidentId");

            migrationBuilder.CreateIndex(
                name: "IX_ResidentVersions_ResidentId_Number",
                table: "ResidentVersions",
                columns: new[] { "ResidentId", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "GuardianClaims");

            migrationBuilder.DropTable(
                name: "Guardianships");

            migrationBuilder.DropTable(
                name: "Households");

            migrationBuilder.DropTable(
                name: "OutreachRounds");

            migrationBuilder.DropTable(
                name: "OutreachVisits");

            migrationBuilder.DropTable(
                name: "ResidentKeys");

            migrationBuilder.DropTable(
                name: "ResidentVersions");

            migrationBuilder.DropIndex(
                name: "IX_Residents_OfficeCode_HouseholdNumber",
                table: "Residents");

            migrationBuilder.DropIndex(
                name: "IX_Residents_OfficeCode_SortKey_Id",
                table: "Residents");

            migrationBuilder.DropIndex(
                name: "IX_Residents_MergedInto",
                table: "Residents");

            migrationBuilder.DropIndex(
                name: "IX_Residents_PersonKey",
                table: "Residents");

            migrationBuilder.DropIndex(
                name: "IX_HealthStatuses_OfficeCode_LastReportedOn",
                table: "HealthStatuses");

            migrationBuilder.DropColumn(
                name: "BirthYear",
                table: "Residents");

            migrationBuilder.DropColumn(
                name: "CareNeeds",
                table: "Residents");

            migrationBuilder.DropColumn(
                name: "CodeHelper",
                table: "Residents");

            migrationBuilder.DropColumn(
                name: "CodeKnownFrom",
                table: "Residents");

            migrationBuilder.DropColumn(
                name: "CodeKnownOn",
                table: "Residents");

            migrationBuilder.DropColumn(
                name: "EnteredOn",
                table: "Residents");

            migrationBuilder.DropColumn(
                name: "Initials",
                table: "Residents");

            migrationBuilder.DropColumn(
                name: "LeftOn",
                table: "Residents");

            migrationBuilder.DropColumn(
                name: "MergedInto",
                table: "Residents");

            migrationBuilder.DropColumn(
                name: "SortKey",
                table: "Residents");

            migrationBuilder.DropColumn(
                name: "State",
                table: "Residents");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Residents");

            migrationBuilder.DropColumn(
                name: "ResidentId",
                table: "PrintedForms");

            migrationBuilder.DropColumn(
                name: "OfficialSeenOn",
                table: "HealthStatuses");

            migrationBuilder.AddColumn<DateOnly>(
                name: "LeftOn",
                table: "HealthStatuses",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "LeftFor",
                table: "HealthStatuses",
                type: "BLOB",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.CreateIndex(
                name: "IX_HealthStatuses_OfficeCode_LeftOn_LastReportedOn",
                table: "HealthStatuses",
                columns: new[] { "OfficeCode", "LeftOn", "LastReportedOn" });
        }
    }
}
