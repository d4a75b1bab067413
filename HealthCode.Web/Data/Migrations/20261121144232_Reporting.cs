using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HealthCode.Web.Data.Migrations
{
    public partial class Reporting : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Declarations_OfficeCode_SubmittedOn",
                table: "Declarations");

            migrationBuilder.AddColumn<int>(
                name: "Residents",
                table: "Offices",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "FoundAbnormal",
                table: "Declarations",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "Reason",
                table: "Declarations",
                type: "INTEGER",
                nullable: true);

            // What was keyed before is counted like what comes after.
            migrationBuilder.Sql("""UPDATE Declarations SET Reason = json_extract(Content, '$.Reason'), FoundAbnormal = Readings LIKE '%"FoundNormal":false%'""");

            migrationBuilder.CreateTable(
                name: "JobRuns",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Job = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ForDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    StartedAt = table.Column<string>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<string>(type: "TEXT", nullable: false),
                    Result = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Succeeded = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsMadeUp = table.Column<bool>(type: "INTEGER", nullable: false),
                    StartedBy = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JobRuns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "KeptTownshipKeys",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Sealed = table.Column<byte[]>(type: "BLOB", nullable: false),
                    MadeAt = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeptTownshipKeys", x => new { x.Code, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "PackageFiles",
                columns: table => new
                {
                    OfficeCode = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PackageFiles", x => new { x.OfficeCode, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "PackagesReceived",
                columns: table => new
                {
                    OfficeCode = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    OfficeName = table.Column<string>(type: "TEXT", nullable: false),
                    FirstDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    MadeAt = table.Column<string>(type: "TEXT", nullable: false),
                    Days = table.Column<string>(type: "TEXT", nullable: false),
                    Digest = table.Column<string>(type: "TEXT", nullable: false),
                    HasLedger = table.Column<bool>(type: "INTEGER", nullable: false),
                    ReceivedAt = table.Column<string>(type: "TEXT", nullable: false),
                    ReceivedBy = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PackagesReceived", x => new { x.OfficeCode, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "PackagesSent",
                columns: table => new
                {
                    OfficeCode = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    MadeAt = table.Column<string>(type: "TEXT", nullable: false),
                    MadeOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    MadeBy = table.Column<string>(type: "TEXT", nullable: false),
                    HasLedger = table.Column<bool>(type: "INTEGER", nullable: false),
                    Digest = table.Column<string>(type: "TEXT", nullable: false),
                    ReceiptedAt = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PackagesSent", x => new { x.OfficeCode, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "ReceivedLedgers",
                columns: table => new
                {
                    OfficeCode = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Closed = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReceivedLedgers", x => new { x.OfficeCode, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "ReportDeadlines",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Group = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    Office = table.Column<TimeOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportDeadlines", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Residents",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OfficeCode = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Person = table.Column<string>(type: "TEXT", nullable: false),
                    PersonKey = table.Column<string>(type: "TEXT", nullable: false),
                    Phone = table.Column<string>(type: "TEXT", nullable: true),
                    Address = table.Column<string>(type: "TEXT", nullable: false),
                    HouseholdNumber = table.Column<string>(type: "TEXT", nullable: false),
                    RelationToHead = table.Column<string>(type: "TEXT", nullable: false),
                    VillageGroup = table.Column<string>(type: "TEXT", nullable: false),
                    GridWorker = table.Column<string>(type: "TEXT", nullable: true),
                    School = table.Column<string>(type: "TEXT", nullable: false),
                    SchoolClass = table.Column<string>(type: "TEXT", nullable: false),
                    Guardian = table.Column<string>(type: "TEXT", nullable: true),
                    HasSmartphone = table.Column<bool>(type: "INTEGER", nullable: true),
                    Note = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Residents", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Townships",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    PublicKey = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Townships", x => x.Code);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Passes_OfficeCode_PrintedAt",
                table: "Passes",
                columns: new[] { "OfficeCode", "PrintedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Passes_OfficeCode_StampedAt",
                table: "Passes",
                columns: new[] { "OfficeCode", "StampedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Passes_OfficeCode_EndedAt_State",
                table: "Passes",
                columns: new[] { "OfficeCode", "EndedAt", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Declarations_SubmittedOn_OfficeCode_Number",
                table: "Declarations",
                columns: new[] { "SubmittedOn", "OfficeCode", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Passes_OfficeCode_HandedOverAt",
                table: "Passes",
                columns: new[] { "OfficeCode", "HandedOverAt" });

            migrationBuilder.CreateIndex(
                name: "IX_GateTallies_OfficeCode_On",
                table: "GateTallies",
                columns: new[] { "OfficeCode", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_Declarations_OfficeCode_SubmittedOn",
                table: "Declarations",
                columns: new[] { "OfficeCode", "SubmittedOn" },
                filter: "\"FoundAbnormal\"");

            migrationBuilder.CreateIndex(
                name: "IX_Declarations_OfficeCode_SubmittedOn_State_Reason_FoundAbnormal",
                table: "Declarations",
                columns: new[] { "OfficeCode", "SubmittedOn", "State", "Reason", "FoundAbnormal" });

            migrationBuilder.CreateIndex(
                name: "IX_JobRuns_Job_ForDay",
                table: "JobRuns",
                columns: new[] { "Job", "ForDay" });

            migrationBuilder.CreateIndex(
                name: "IX_PackagesReceived_LastDay",
                table: "PackagesReceived",
                column: "LastDay");

            migrationBuilder.CreateIndex(
                name: "IX_Residents_OfficeCode_PersonKey",
                table: "Residents",
                columns: new[] { "OfficeCode", "PersonKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Residents_OfficeCode_School_SchoolClass",
                table: "Residents",
                columns: new[] { "OfficeCode", "School", "SchoolClass" });
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "JobRuns");

            migrationBuilder.DropTable(
                name: "KeptTownshipKeys");

            migrationBuilder.DropTable(
                name: "PackageFiles");

            migrationBuilder.DropTable(
                name: "PackagesReceived");

            migrationBuilder.DropTable(
                name: "PackagesSent");

            migrationBuilder.DropTable(
                name: "ReceivedLedgers");

            migrationBuilder.DropTable(
                name: "ReportDeadlines");

            migrationBuilder.DropTable(
                name: "Residents");

            migrationBuilder.DropTable(
                name: "Townships");

            migrationBuilder.DropIndex(
                name: "IX_Passes_OfficeCode_PrintedAt",
                table: "Passes");

            migrationBuilder.DropIndex(
                name: "IX_Passes_OfficeCode_StampedAt",
                table: "Passes");

            migrationBuilder.DropIndex(
                name: "IX_Passes_OfficeCode_EndedAt_State",
                table: "Passes");

            migrationBuilder.DropIndex(
                name: "IX_Declarations_SubmittedOn_OfficeCode_Number",
                table: "Declarations");

            migrationBuilder.DropIndex(
                name: "IX_Passes_OfficeCode_HandedOverAt",
                table: "Passes");

            migrationBuilder.DropIndex(
                name: "IX_GateTallies_OfficeCode_On",
                table: "GateTallies");

            migrationBuilder.DropIndex(
                name: "IX_Declarations_OfficeCode_SubmittedOn",
                table: "Declarations");

            migrationBuilder.DropIndex(
                name: "IX_Declarations_OfficeCode_SubmittedOn_State_Reason_FoundAbnormal",
                table: "Declarations");

            migrationBuilder.DropColumn(
                name: "Residents",
                table: "Offices");

            migrationBuilder.DropColumn(
                name: "FoundAbnormal",
                table: "Declarations");

            migrationBuilder.DropColumn(
                name: "Reason",
                table: "Declarations");

            migrationBuilder.CreateIndex(
                name: "IX_Declarations_OfficeCode_SubmittedOn",
                table: "Declarations",
                columns: new[] { "OfficeCode", "SubmittedOn" });
        }
    }
}
