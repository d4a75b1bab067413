using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HealthCode.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SupervisionDesk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "DeadlineReports",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OfficeCode = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    DeadlineId = table.Column<long>(type: "INTEGER", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Reporter = table.Column<string>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeadlineReports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Deadlines",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OfficeCode = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Notice = table.Column<string>(type: "TEXT", nullable: false),
                    IsDaily = table.Column<bool>(type: "INTEGER", nullable: false),
                    FirstDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Time = table.Column<string>(type: "TEXT", nullable: false),
                    Reporters = table.Column<string>(type: "TEXT", nullable: false),
                    To = table.Column<string>(type: "TEXT", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndReason = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Deadlines", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Inspections",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OfficeCode = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    FormName = table.Column<string>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", nullable: false),
                    InspectedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Inspector = table.Column<string>(type: "TEXT", nullable: false),
                    Results = table.Column<string>(type: "TEXT", nullable: false),
                    Told = table.Column<byte[]>(type: "BLOB", nullable: false),
                    RecheckOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RecheckedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RecheckFinding = table.Column<byte[]>(type: "BLOB", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false),
                    RecheckedBy = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Inspections", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RecognitionComplaints",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OfficeCode = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Name = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Credential = table.Column<string>(type: "TEXT", nullable: false),
                    CardNumber = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PassId = table.Column<long>(type: "INTEGER", nullable: true),
                    Place = table.Column<string>(type: "TEXT", nullable: false),
                    RefusedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RefusedAt = table.Column<string>(type: "TEXT", nullable: false),
                    RefusedBy = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ToldBy = table.Column<byte[]>(type: "BLOB", nullable: false),
                    WorkOrder = table.Column<string>(type: "TEXT", nullable: false),
                    ReceivedAt = table.Column<string>(type: "TEXT", nullable: false),
                    ReceivedBy = table.Column<string>(type: "TEXT", nullable: false),
                    DueAt = table.Column<string>(type: "TEXT", nullable: false),
                    Forwarded = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Answer = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Closing = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ClosedAt = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecognitionComplaints", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RiskAreas",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OfficeCode = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Level = table.Column<string>(type: "TEXT", nullable: false),
                    FirstDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Notice = table.Column<string>(type: "TEXT", nullable: false),
                    EndNotice = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false),
                    WithdrawnAt = table.Column<string>(type: "TEXT", nullable: true),
                    WithdrawnFor = table.Column<string>(type: "TEXT", nullable: false),
                    WithdrawnBy = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RiskAreas", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SelfChecks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OfficeCode = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    CheckedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    CheckedBy = table.Column<string>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", nullable: false),
                    Answers = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Remedies = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ProblemsLeft = table.Column<int>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SelfChecks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SupervisionSettings",
                columns: table => new
                {
                    OfficeCode = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    ComplaintHours = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SupervisionSettings", x => x.OfficeCode);
                });

            migrationBuilder.CreateTable(
                name: "SupplyEntries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OfficeCode = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    ItemId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    Difference = table.Column<int>(type: "INTEGER", nullable: false),
                    Party = table.Column<byte[]>(type: "BLOB", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Note = table.Column<byte[]>(type: "BLOB", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SupplyEntries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SupplyItems",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OfficeCode = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Unit = table.Column<string>(type: "TEXT", nullable: false),
                    LowAt = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SupplyItems", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DeadlineReports_DeadlineId_Day_Reporter",
                table: "DeadlineReports",
                columns: new[] { "DeadlineId", "Day", "Reporter" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DeadlineReports_OfficeCode_Day",
                table: "DeadlineReports",
                columns: new[] { "OfficeCode", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_Deadlines_OfficeCode_LastDay",
                table: "Deadlines",
                columns: new[] { "OfficeCode", "LastDay" });

            migrationBuilder.CreateIndex(
                name: "IX_Inspections_OfficeCode_InspectedOn",
                table: "Inspections",
                columns: new[] { "OfficeCode", "InspectedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_RecognitionComplaints_OfficeCode_ClosedAt",
                table: "RecognitionComplaints",
                columns: new[] { "OfficeCode", "ClosedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_RecognitionComplaints_PassId",
                table: "RecognitionComplaints",
                column: "PassId");

            migrationBuilder.CreateIndex(
                name: "IX_RiskAreas_OfficeCode_FirstDay",
                table: "RiskAreas",
                columns: new[] { "OfficeCode", "FirstDay" });

            migrationBuilder.CreateIndex(
                name: "IX_SelfChecks_OfficeCode_CheckedOn",
                table: "SelfChecks",
                columns: new[] { "OfficeCode", "CheckedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_SupplyEntries_OfficeCode_ItemId_On",
                table: "SupplyEntries",
                columns: new[] { "OfficeCode", "ItemId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_SupplyItems_OfficeCode_Name",
                table: "SupplyItems",
                columns: new[] { "OfficeCode", "Name" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DeadlineReports");

            migrationBuilder.DropTable(
                name: "Deadlines");

            migrationBuilder.DropTable(
                name: "Inspections");

            migrationBuilder.DropTable(
                name: "RecognitionComplaints");

            migrationBuilder.DropTable(
                name: "RiskAreas");

            migrationBuilder.DropTable(
                name: "SelfChecks");

            migrationBuilder.DropTable(
                name: "SupervisionSettings");

            migrationBuilder.DropTable(
                name: "SupplyEntries");

            migrationBuilder.DropTable(
                name: "SupplyItems");
        }
    }
}
