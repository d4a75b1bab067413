using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HealthCode.Web.Data.Migrations
{
    public partial class BackupsKept : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<TimeOnly>(
                name: "Closing",
                table: "ReportDeadlines",
                type: "TEXT",
                nullable: false,
                defaultValue: new TimeOnly(17, 30, 0));

            migrationBuilder.CreateTable(
                name: "BackupPlans",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Lock = table.Column<byte[]>(type: "BLOB", nullable: true),
                    LockedAt = table.Column<string>(type: "TEXT", nullable: true),
                    SecondFolder = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    LastCopy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    LastCopiedAt = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BackupPlans", x => x.Id);
                });
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BackupPlans");

            migrationBuilder.DropColumn(
                name: "Closing",
                table: "ReportDeadlines");
        }
    }
}
