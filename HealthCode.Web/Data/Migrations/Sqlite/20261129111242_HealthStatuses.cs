using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HealthCode.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class HealthStatuses : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "DailyCheckIns",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OfficeCode = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    ResidentId = table.Column<long>(type: "INTEGER", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Channel = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    Late = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Earlier = table.Column<byte[]>(type: "BLOB", nullable: false),
                    FoundAbnormal = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DailyCheckIns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DueEntries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OfficeCode = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    ResidentId = table.Column<long>(type: "INTEGER", nullable: false),
                    Words = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DueEntries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FollowUpVisits",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OfficeCode = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    ResidentId = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false),
                    Outcome = table.Column<int>(type: "INTEGER", nullable: false),
                    NextStep = table.Column<byte[]>(type: "BLOB", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FollowUpVisits", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "HealthStatuses",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OfficeCode = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    ResidentId = table.Column<long>(type: "INTEGER", nullable: false),
                    KeptSince = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Consent = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Grounds = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Official = table.Column<byte[]>(type: "BLOB", nullable: false),
                    LeftOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LeftFor = table.Column<byte[]>(type: "BLOB", nullable: false),
                    LastReportedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    HasGrounds = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HealthStatuses", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Observations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OfficeCode = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    ResidentId = table.Column<long>(type: "INTEGER", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    StartedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Days = table.Column<int>(type: "INTEGER", nullable: true),
                    Details = table.Column<byte[]>(type: "BLOB", nullable: false),
                    EnteredBy = table.Column<string>(type: "TEXT", nullable: false),
                    EnteredAt = table.Column<string>(type: "TEXT", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    End = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Observations", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DailyCheckIns_OfficeCode_Day_Channel_FoundAbnormal",
                table: "DailyCheckIns",
                columns: new[] { "OfficeCode", "Day", "Channel", "FoundAbnormal" });

            migrationBuilder.CreateIndex(
                name: "IX_DailyCheckIns_ResidentId_Day_Channel_FoundAbnormal",
                table: "DailyCheckIns",
                columns: new[] { "ResidentId", "Day", "Channel", "FoundAbnormal" });

            migrationBuilder.CreateIndex(
                name: "IX_DueEntries_OfficeCode_Day_Number",
                table: "DueEntries",
                columns: new[] { "OfficeCode", "Day", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DueEntries_ResidentId_Day",
                table: "DueEntries",
                columns: new[] { "ResidentId", "Day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FollowUpVisits_OfficeCode_At",
                table: "FollowUpVisits",
                columns: new[] { "OfficeCode", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_FollowUpVisits_ResidentId_At",
                table: "FollowUpVisits",
                columns: new[] { "ResidentId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_HealthStatuses_OfficeCode_LeftOn_LastReportedOn",
                table: "HealthStatuses",
                columns: new[] { "OfficeCode", "LeftOn", "LastReportedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_HealthStatuses_ResidentId",
                table: "HealthStatuses",
                column: "ResidentId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Observations_OfficeCode_EndedOn",
                table: "Observations",
                columns: new[] { "OfficeCode", "EndedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Observations_ResidentId_EndedOn",
                table: "Observations",
                columns: new[] { "ResidentId", "EndedOn" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DailyCheckIns");

            migrationBuilder.DropTable(
                name: "DueEntries");

            migrationBuilder.DropTable(
                name: "FollowUpVisits");

            migrationBuilder.DropTable(
                name: "HealthStatuses");

            migrationBuilder.DropTable(
                name: "Observations");
        }
    }
}
