using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HealthCode.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Venues : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "DoorDuties",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OfficeCode = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    VenueId = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<byte[]>(type: "BLOB", nullable: false),
                    FirstDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    From = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    To = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    EnteredBy = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DoorDuties", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PostingChecks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OfficeCode = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    VenueId = table.Column<long>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    CheckedBy = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Sheets = table.Column<string>(type: "TEXT", nullable: false),
                    HasMissing = table.Column<bool>(type: "INTEGER", nullable: false),
                    EnteredBy = table.Column<string>(type: "TEXT", nullable: false),
                    EnteredAt = table.Column<string>(type: "TEXT", nullable: false),
                    MendedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    MendedBy = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PostingChecks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "VenueEntries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OfficeCode = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    VenueId = table.Column<long>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    At = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    Name = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CardNumber = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Mark = table.Column<string>(type: "TEXT", nullable: false),
                    Shown = table.Column<byte[]>(type: "BLOB", nullable: false),
                    FoundNormal = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Staff = table.Column<byte[]>(type: "BLOB", nullable: false),
                    KeyedBy = table.Column<string>(type: "TEXT", nullable: false),
                    KeyedAt = table.Column<string>(type: "TEXT", nullable: false),
                    NeedsLook = table.Column<bool>(type: "INTEGER", nullable: false),
                    Handling = table.Column<byte[]>(type: "BLOB", nullable: false),
                    HandledBy = table.Column<string>(type: "TEXT", nullable: true),
                    HandledAt = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VenueEntries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "VenuePictures",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OfficeCode = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    VenueId = table.Column<long>(type: "INTEGER", nullable: false),
                    Image = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TakenAt = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VenuePictures", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "VenuePosters",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OfficeCode = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    VenueId = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    PictureId = table.Column<long>(type: "INTEGER", nullable: false),
                    CurrentOf = table.Column<long>(type: "INTEGER", nullable: true),
                    MadeBy = table.Column<string>(type: "TEXT", nullable: false),
                    MadeAt = table.Column<string>(type: "TEXT", nullable: false),
                    PrintedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    VoidedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    VoidedFor = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TakenDownBy = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TakenDownOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VenuePosters", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Venues",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OfficeCode = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Address = table.Column<string>(type: "TEXT", nullable: false),
                    Applicant = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ApplicantKey = table.Column<string>(type: "TEXT", nullable: false),
                    LivingKey = table.Column<string>(type: "TEXT", nullable: true),
                    AppliedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EnteredBy = table.Column<string>(type: "TEXT", nullable: false),
                    EnteredAt = table.Column<string>(type: "TEXT", nullable: false),
                    ChangedFor = table.Column<byte[]>(type: "BLOB", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Findings = table.Column<byte[]>(type: "BLOB", nullable: false),
                    DecidedBy = table.Column<string>(type: "TEXT", nullable: true),
                    DecidedAt = table.Column<string>(type: "TEXT", nullable: true),
                    OpenedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ClosedFor = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Venues", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DoorDuties_OfficeCode_VenueId_LastDay",
                table: "DoorDuties",
                columns: new[] { "OfficeCode", "VenueId", "LastDay" });

            migrationBuilder.CreateIndex(
                name: "IX_PostingChecks_OfficeCode_VenueId_On",
                table: "PostingChecks",
                columns: new[] { "OfficeCode", "VenueId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_VenueEntries_OfficeCode_NeedsLook_HandledAt",
                table: "VenueEntries",
                columns: new[] { "OfficeCode", "NeedsLook", "HandledAt" });

            migrationBuilder.CreateIndex(
                name: "IX_VenueEntries_VenueId_On_At_Mark",
                table: "VenueEntries",
                columns: new[] { "VenueId", "On", "At", "Mark" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_VenuePictures_OfficeCode_VenueId",
                table: "VenuePictures",
                columns: new[] { "OfficeCode", "VenueId" });

            migrationBuilder.CreateIndex(
                name: "IX_VenuePosters_CurrentOf",
                table: "VenuePosters",
                column: "CurrentOf",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_VenuePosters_OfficeCode",
                table: "VenuePosters",
                column: "OfficeCode");

            migrationBuilder.CreateIndex(
                name: "IX_VenuePosters_VenueId_Version",
                table: "VenuePosters",
                columns: new[] { "VenueId", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Venues_ApplicantKey",
                table: "Venues",
                column: "ApplicantKey");

            migrationBuilder.CreateIndex(
                name: "IX_Venues_OfficeCode_LivingKey",
                table: "Venues",
                columns: new[] { "OfficeCode", "LivingKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Venues_OfficeCode_Number",
                table: "Venues",
                columns: new[] { "OfficeCode", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DoorDuties");

            migrationBuilder.DropTable(
                name: "PostingChecks");

            migrationBuilder.DropTable(
                name: "VenueEntries");

            migrationBuilder.DropTable(
                name: "VenuePictures");

            migrationBuilder.DropTable(
                name: "VenuePosters");

            migrationBuilder.DropTable(
                name: "Venues");
        }
    }
}
