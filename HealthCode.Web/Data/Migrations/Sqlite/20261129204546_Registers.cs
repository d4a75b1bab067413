using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HealthCode.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Registers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Facilities",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OfficeCode = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    District = table.Column<string>(type: "TEXT", nullable: false),
                    Contact = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Phone = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Facilities", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RegisterEntries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OfficeCode = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    SlipNumber = table.Column<int>(type: "INTEGER", nullable: true),
                    FacilityId = table.Column<long>(type: "INTEGER", nullable: true),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PersonKey = table.Column<string>(type: "TEXT", nullable: true),
                    SubjectKey = table.Column<string>(type: "TEXT", nullable: true),
                    Pending = table.Column<int>(type: "INTEGER", nullable: false),
                    PendingOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    IsolationEndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EnteredBy = table.Column<string>(type: "TEXT", nullable: false),
                    EnteredAt = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Former = table.Column<byte[]>(type: "BLOB", nullable: false),
                    VoidedOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegisterEntries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RegisterKeys",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    OfficeCode = table.Column<string>(type: "TEXT", nullable: false),
                    EntryId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegisterKeys", x => new { x.OfficeCode, x.Key, x.EntryId });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Facilities_OfficeCode_Kind_Name",
                table: "Facilities",
                columns: new[] { "OfficeCode", "Kind", "Name" });

            migrationBuilder.CreateIndex(
                name: "IX_RegisterEntries_FacilityId_On",
                table: "RegisterEntries",
                columns: new[] { "FacilityId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_RegisterEntries_OfficeCode_Kind_Number",
                table: "RegisterEntries",
                columns: new[] { "OfficeCode", "Kind", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RegisterEntries_OfficeCode_Kind_On",
                table: "RegisterEntries",
                columns: new[] { "OfficeCode", "Kind", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_RegisterEntries_OfficeCode_Kind_PersonKey_On",
                table: "RegisterEntries",
                columns: new[] { "OfficeCode", "Kind", "PersonKey", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_RegisterEntries_OfficeCode_Kind_SlipNumber",
                table: "RegisterEntries",
                columns: new[] { "OfficeCode", "Kind", "SlipNumber" });

            migrationBuilder.CreateIndex(
                name: "IX_RegisterEntries_OfficeCode_Pending_PendingOn",
                table: "RegisterEntries",
                columns: new[] { "OfficeCode", "Pending", "PendingOn" });

            migrationBuilder.CreateIndex(
                name: "IX_RegisterEntries_PersonKey",
                table: "RegisterEntries",
                column: "PersonKey");

            migrationBuilder.CreateIndex(
                name: "IX_RegisterEntries_SubjectKey",
                table: "RegisterEntries",
                column: "SubjectKey");

            migrationBuilder.CreateIndex(
                name: "IX_RegisterKeys_EntryId",
                table: "RegisterKeys",
                column: "EntryId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Facilities");

            migrationBuilder.DropTable(
                name: "RegisterEntries");

            migrationBuilder.DropTable(
                name: "RegisterKeys");
        }
    }
}
